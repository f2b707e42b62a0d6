import './report.css';
import type { ReactNode } from 'react';

/** The looks of a report are there before the first one is opened: they are few, and a report takes a moment to come. */
export default function ReportsLayout({ children }: { children: ReactNode }) {
  return children;
}

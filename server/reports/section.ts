import type { Material } from './report-material.ts';
import type { Column, Section } from './report-model.ts';

/** One part of the report: one file, one line in sections/registry.ts. */
export type SectionBuilder = (material: Material) => Section;

export const text = (name: string): Column => ({ name, numeric: false });
export const number = (name: string): Column => ({ name, numeric: true });

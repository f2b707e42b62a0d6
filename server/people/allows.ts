import { AppError } from '../errors.ts';

/** Whether a check of permission passes, for pages that show only what somebody may do. */
export function allows(check: () => void): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

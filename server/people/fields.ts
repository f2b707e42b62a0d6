import { z } from 'zod';

export const emailField = z
  .email('Write an e-mail address.')
  .max(254)
  .transform((email) => email.toLowerCase());

/** Length and likeness are checked by `passwordProblem`, which knows the person; this only keeps the absurd out. */
export const passwordField = z.string().min(1, 'Write a password.').max(1000);

/** A secret of a link, as `makeSecretToken` makes it. */
export const linkTokenField = z.string().max(100);

export const idField = z.string().min(1).max(64);

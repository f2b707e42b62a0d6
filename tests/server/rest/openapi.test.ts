import { expect, test } from 'vitest';
import { z } from 'zod';
import { openapi } from '#server/rest/openapi.ts';
import { OPERATIONS } from '#server/rest/registry.ts';

const parameterSchema = z.object({
  name: z.string(),
  in: z.enum(['path', 'query']),
  required: z.boolean(),
  schema: z.record(z.string(), z.unknown()),
});
const operationSchema = z.object({
  operationId: z.string(),
  summary: z.string().min(10),
  parameters: z.array(parameterSchema),
  requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
  responses: z.object({ 200: z.unknown(), default: z.unknown() }),
});
const documentSchema = z.object({
  openapi: z.string().startsWith('3.1'),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(z.string().startsWith('/'), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

const document = documentSchema.parse(openapi());
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test('the document describes every operation, and nothing else', () => {
  const names = described.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
  expect(names.sort()).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort());
});

test('every operation has a name of its own', () => {
  const ids = described.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every parameter of a path is described and required', () => {
  for (const { path, operation } of described) {
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
    expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
    expect(inPath.every(({ required }) => required)).toBe(true);
  }
});

test('every reference leads somewhere', () => {
  const whole = openapi();
  const references = JSON.stringify(whole).match(/"\$ref":"[^"]+"/g) ?? [];
  expect(references.length).toBeGreaterThan(0);
  for (const reference of new Set(references)) {
    const way = reference.slice('"$ref":"#/'.length, -1).split('/');
    const target = way.reduce<unknown>((at, part) => Reflect.get(Object(at), part.replaceAll('~1', '/')), whole);
    expect(target, reference).toBeDefined();
  }
});

test('what may be left out is not said to be required', () => {
  const list = document.paths['/teams']?.get?.parameters ?? [];
  expect(list.map(({ name, required }) => [name, required])).toEqual([
    ['asOf', false],
    ['limit', false],
    ['cursor', false],
  ]);
});

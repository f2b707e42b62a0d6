import { z } from 'zod';
import type { Operation } from './operation.ts';
import { problemSchema } from './problem.ts';
import { OPERATIONS } from './registry.ts';

type Json = Record<string, unknown>;

/** OpenAPI 3.1 of the whole REST API, made from the schemas that validate it. */
export function openapi(operations: readonly Operation[] = OPERATIONS): Json {
  const schemas: Json = { Problem: schemaOf(problemSchema, 'output', 'Problem') };
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const path = paths[operation.path] ?? {};
    paths[operation.path] = path;
    path[operation.method.toLowerCase()] = describe(operation, schemas);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Plumbline',
      version: '1',
      description: 'How mature each capability of a platform is, and how that is known.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'An API token, `plb_…`.' } },
      responses: {
        Problem: {
          description: 'The request was refused; `detail` says why.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

function describe(operation: Operation, schemas: Json): Json {
  const { method, path, summary, scope, input } = operation;
  const id = operationId(method, path);
  const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
  const inQuery = method === 'GET' || method === 'DELETE' || operation.consumes !== null;
  const rest = z.strictObject(Object.fromEntries(shapeOf(input).filter(([name]) => !inPath.includes(name))));
  const content = inQuery ? operation.consumes : { 'application/json': rest };
  return {
    operationId: id,
    summary,
    description: `Needs a token with the scope \`${scope}\`.`,
    tags: [path.split('/').findLast((part) => part !== '' && !part.startsWith('{')) ?? 'api'],
    parameters: [
      ...inPath.map((name) => parameter(name, 'path', input.shape[name] ?? z.string())),
      ...(inQuery ? shapeOf(rest).map(([name, schema]) => parameter(name, 'query', schema)) : []),
    ],
    ...(content === null ? {} : { requestBody: { required: true, content: media(content, `${id}Input`, schemas) } }),
    responses: {
      200: { description: 'Done.', content: media(operation.produces, `${id}Output`, schemas) },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function parameter(name: string, place: 'path' | 'query', schema: z.core.$ZodType): Json {
  const { description, ...json } = schemaOf(schema, 'input', name);
  const optional = z.safeParse(schema, undefined).success;
  return {
    name,
    in: place,
    required: place === 'path' || !optional,
    schema: json,
    ...(description ? { description } : {}),
  };
}

function media(content: Record<string, z.core.$ZodType | null>, name: string, schemas: Json): Json {
  const entries = Object.entries(content).map(([type, schema], index) => {
    if (schema === null) return [type, { schema: { type: 'string' } }];
    const unique = index === 0 ? name : `${name}${index + 1}`;
    schemas[unique] = schemaOf(schema, name.endsWith('Input') ? 'input' : 'output', unique);
    return [type, { schema: { $ref: `#/components/schemas/${unique}` } }];
  });
  return Object.fromEntries(entries);
}

const shapeOf = (schema: z.ZodObject) => Object.entries<z.core.$ZodType>(schema.shape);

/** JSON Schema of a zod schema, whose inner references point to where it stands in the document. */
function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output', name: string): Json {
  const { $schema, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  const text = JSON.stringify(json).replaceAll(
    /"\$ref":"#([^"]*)"/g,
    (_, rest) => `"$ref":"#/components/schemas/${name}${rest}"`,
  );
  return JSON.parse(text);
}

/** `GET /platforms/{platform}/cells` → `getPlatformsCells`. */
const operationId = (method: string, path: string): string =>
  method.toLowerCase() +
  path
    .split(/[^A-Za-z0-9{}]+/)
    .filter((part) => part !== '' && !part.startsWith('{'))
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('') +
  (path.endsWith('}') ? 'One' : '');

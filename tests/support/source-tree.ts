import { globSync, readFileSync } from 'node:fs';
import { type ESTree, parseSync, Visitor, type VisitorObject } from 'vite';

/** A file of code as the architecture tests see it; a planted case is one made up on the spot. */
export type SourceFile = { path: string; text: string };
export type Import = { from: string; to: string; typeOnly: boolean };

/** The folders whose code the rules speak about. */
export const PRODUCT = ['app', 'db', 'rubrics', 'server'];

export function readFiles(patterns: string[]): SourceFile[] {
  return globSync(patterns)
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** Every file of code under the folders, tests left out unless asked for. */
export function readCode(folders: string[]): SourceFile[] {
  return readFiles(folders.map((folder) => `${folder}/**/*.{ts,tsx,mjs}`));
}

function parse({ path, text }: SourceFile) {
  const parsed = parseSync(path, text, { sourceType: 'module' });
  const [error] = parsed.errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  return parsed;
}

export function visit(file: SourceFile, visitor: VisitorObject): void {
  new Visitor(visitor).visit(parse(file).program);
}

/** What a file imports: static, re-exported, dynamic and type imports alike. */
export function importsOf(file: SourceFile): Import[] {
  const { module } = parse(file);
  const found: Import[] = module.staticImports.map(({ moduleRequest, entries }) => ({
    from: file.path,
    to: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
  for (const { moduleRequest, isType } of module.staticExports.flatMap(({ entries }) => entries)) {
    if (moduleRequest) found.push({ from: file.path, to: moduleRequest.value, typeOnly: isType });
  }
  visit(file, {
    ImportExpression: ({ source }) => {
      if (source.type === 'Literal') found.push({ from: file.path, to: String(source.value), typeOnly: false });
    },
    TSImportType: ({ source }) => {
      found.push({ from: file.path, to: source.value, typeOnly: true });
    },
  });
  return found;
}

export type CodeFunction = { name: string; lines: number; parameters: number };
type FunctionNode = ESTree.Function | ESTree.ArrowFunctionExpression;

/** Every function of a file with its length in lines. */
export function functionsOf(file: SourceFile): CodeFunction[] {
  const found: CodeFunction[] = [];
  const lineAt = (offset: number) => file.text.slice(0, offset).split('\n').length;
  const add = (node: FunctionNode) => {
    const line = lineAt(node.start);
    const name = node.type !== 'ArrowFunctionExpression' && node.id ? node.id.name : `line ${line}`;
    found.push({ name, lines: lineAt(node.end) - line + 1, parameters: node.params.length });
  };
  visit(file, { FunctionDeclaration: add, FunctionExpression: add, ArrowFunctionExpression: add });
  return found;
}

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** One `import`, `export … from` or `import()` of a file. */
export interface Import {
  /** As written. */
  specifier: string;
  /** True when nothing of it is left once types are gone. */
  typeOnly: boolean;
  /** The repository's file that it names, when it is one of ours. */
  target: string | undefined;
}

export interface Source {
  /** From the repository's root, with slashes. */
  path: string;
  text: string;
  /** The parsed program: of a Svelte file its scripts; of what is not code, nothing. */
  program: ts.SourceFile;
  imports: Import[];
}

/** Sources by path. */
export type Sources = ReadonlyMap<string, Source>;

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every file that git keeps and that is still there. */
function repositoryFiles(): string[] {
  // A copy may belong to another user than the one who tests it, and git then asks for this.
  const list = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  return list.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

const code = /\.(?:ts|js|mjs|svelte)$/;
const notText = /\.(?:png|jpg|jpeg|gif|ico|woff2?|pdf|pptx|docx|xlsx|gz|br)$/;

/** Every text file of the repository, parsed where it is code. */
export const repositorySources = (): Sources =>
  sourcesFrom(
    Object.fromEntries(
      repositoryFiles()
        .filter((path) => !notText.test(path))
        .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
    ),
  );

/** Sources from texts by path: the repository's, or made up to prove that a rule can fail. */
export const sourcesFrom = (files: Record<string, string>): Sources =>
  new Map(Object.entries(files).map(([path, text]) => [path, parse(path, text)]));

function parse(path: string, text: string): Source {
  const script = path.endsWith('.svelte') ? scriptsOf(text) : code.test(path) ? text : '';
  const program = ts.createSourceFile(path, script, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  return { path, text, program, imports: importsOf(path, program) };
}

/** What stands between a Svelte file's script tags. */
const scriptsOf = (text: string) =>
  [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script).join('\n');

/** Every node of a program, outermost first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

function importsOf(path: string, program: ts.SourceFile): Import[] {
  const imports: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier && ts.isStringLiteralLike(specifier)) {
      imports.push({ specifier: specifier.text, typeOnly, target: targetOf(path, specifier.text) });
    }
  };
  for (const node of nodesOf(program)) {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
  }
  return imports;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

const ourPackage = /^@insatskollen\/([a-z]+)\/(.+)$/;
const webAlias = /^(?:#lib|\$lib)\/(.+)$/;

function targetOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  const [, room, inside] = ourPackage.exec(specifier) ?? [];
  if (room && inside) return `${room}/${inside}`;
  const [, inLib] = webAlias.exec(specifier) ?? [];
  return inLib && from.startsWith('web/') ? `web/src/lib/${inLib}` : undefined;
}

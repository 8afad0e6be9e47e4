// Typst, loaded when the first letter is asked for: a server that makes none pays nothing for it.
import { fileURLToPath } from 'node:url';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const sources = fileURLToPath(new URL('../../', import.meta.url));
// Archival, and with a tagged structure for who reads by ear (PDF/A-2a).
const standard = 'a-2a';
// Results that this many later papers did not use are dropped, else the memory of a long run would grow.
const kept = 10;

let opening: Promise<NodeCompiler> | undefined;

async function open(): Promise<NodeCompiler> {
  const { NodeCompiler: compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  return compiler.create({ workspace: sources });
}

/** Sets a template (its path below src/) with what is given to it; equal contents give equal bytes. */
export async function typeset(template: string, given: unknown): Promise<Buffer> {
  opening ??= open();
  const compiler = await opening;
  const compiled = compiler.compile({
    mainFilePath: `${sources}${template}`,
    inputs: { given: JSON.stringify(given) },
  });
  const { result } = compiled;
  if (!result) throw new Error(`${template} can't be set: ${faultsOf(compiler, compiled)}`);
  const pdf = compiler.pdf(result, { pdfStandard: standard });
  compiler.evictCache(kept);
  return pdf;
}

type Compiled = ReturnType<NodeCompiler['compile']>;

// Where the template is at fault; nothing of what was given to it.
function faultsOf(compiler: NodeCompiler, compiled: Compiled): string {
  const error = compiled.takeError();
  return error
    ? JSON.stringify(compiler.fetchDiagnostics(error).map((it) => [it.message, it.range]))
    : 'unknown';
}

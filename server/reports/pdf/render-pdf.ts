import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';

/** The folder of the fonts of the screens, which the package `geist` carries. */
function fontsFolder(): string {
  const found = findPackageJSON('geist', import.meta.url);
  if (found === undefined) throw new Error('The package "geist" with the fonts of the reports is missing.');
  return join(dirname(found), 'dist', 'fonts');
}

/** Lays a document out and writes it. pdfmake is large and loads with the first PDF; it reads its fonts and nothing else. */
export async function renderPdf(definition: TDocumentDefinitions): Promise<Uint8Array> {
  const { default: pdfmake } = await import('pdfmake');
  const folder = fontsFolder();
  const sans = (weight: string) => join(folder, 'geist-sans', `Geist-${weight}.ttf`);
  const mono = join(folder, 'geist-mono', 'GeistMono-Regular.ttf');
  pdfmake.setFonts({
    Sans: {
      normal: sans('Regular'),
      bold: sans('SemiBold'),
      italics: sans('Italic'),
      bolditalics: sans('SemiBoldItalic'),
    },
    Mono: { normal: mono, bold: mono, italics: mono, bolditalics: mono },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(folder));
  return pdfmake.createPdf(definition).getBuffer();
}

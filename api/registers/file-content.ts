import { open } from 'node:fs/promises';

/** What a file is by its content, whatever its name says. */
export type Content =
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'odt'
  | 'zip'
  | 'office'
  | 'png'
  | 'jpeg'
  | 'tiff'
  | 'text'
  | 'program';

/** How the content begins, in hexadecimal. */
const BEGINNINGS: readonly (readonly [string, Content])[] = [
  ['255044462d', 'pdf'],
  ['504b0304', 'zip'],
  ['d0cf11e0a1b11ae1', 'office'],
  ['89504e470d0a1a0a', 'png'],
  ['ffd8ff', 'jpeg'],
  ['49492a00', 'tiff'],
  ['4d4d002a', 'tiff'],
  ['4d5a', 'program'],
  ['7f454c46', 'program'],
  ['2321', 'program'],
  ['cafebabe', 'program'],
  ['cffaedfe', 'program'],
];

/** What the list of contents at the end of a ZIP names when it is a document. */
const INSIDE_ZIP: readonly (readonly [string, Content])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['META-INF/manifest.xml', 'odt'],
];

const PART = 65_536;

/** Looks at both ends of a file; undefined when it is nothing that the product knows. */
export async function contentOf(path: string): Promise<Content | undefined> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const part = async (from: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(PART), 0, PART, from);
      return buffer.subarray(0, bytesRead);
    };
    return recognised(await part(0), await part(Math.max(0, size - PART)));
  } finally {
    await file.close();
  }
}

function recognised(start: Buffer, end: Buffer): Content | undefined {
  const beginning = start.subarray(0, 8).toString('hex');
  const content = BEGINNINGS.find(([bytes]) => beginning.startsWith(bytes))?.[1];
  if (content === 'zip') return INSIDE_ZIP.find(([name]) => end.includes(name))?.[1] ?? 'zip';
  // A text has no zero bytes.
  return content ?? (start.includes(0) ? undefined : 'text');
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** 1980-01-01 00:00, the earliest time that a zip can say */
const DOS_DATE = 0x21;

/**
 * Sets the times of all entries of a zip to one: they say when the file was written, and nothing else in it does. Walks the
 * central directory, which names every local head.
 */
export function withoutTimes(zip: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(zip);
  const view = new DataView(bytes.buffer);
  const end = findEnd(view);
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < entries; index += 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error('This zip has no entry where its directory says.');
    setTime(view, at + 12);
    setTime(view, view.getUint32(at + 42, true) + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

function setTime(view: DataView, at: number): void {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, DOS_DATE, true);
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) if (view.getUint32(at, true) === END) return at;
  throw new Error('This is no zip.');
}

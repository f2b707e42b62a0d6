/** The part of a path that names a file of a pack, whatever folders it lies in. */
const PACK_FILE = /(?:^|\/)((?:criteria|locales)\/[^/]+\.yaml|(?:pack|metrics|questions)\.yaml)$/;

/** The files of a pack among those of a folder, named as a pack names them. */
export async function packFilesIn(files: readonly File[]): Promise<{ file: string; text: string }[]> {
  const found = files.flatMap((file) => {
    const [, name] = PACK_FILE.exec(file.webkitRelativePath || file.name) ?? [];
    return name === undefined ? [] : [{ name, file }];
  });
  return Promise.all(found.map(async ({ name, file }) => ({ file: name, text: await file.text() })));
}

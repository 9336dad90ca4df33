/** A ustar archive as `tar` writes it. */
export function writeTar(files: readonly { path: string; mode: number; data: Uint8Array }[]): Uint8Array {
  const blocks = files.flatMap(({ path, mode, data }) => {
    const header = Buffer.alloc(512);
    header.write(path, 0, 'latin1');
    header.write(mode.toString(8).padStart(7, '0'), 100, 'latin1');
    header.write(data.length.toString(8).padStart(11, '0'), 124, 'latin1');
    header.write(path.endsWith('/') ? '5' : '0', 156, 'latin1');
    header.write('ustar', 257, 'latin1');
    return [header, data, Buffer.alloc((512 - (data.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

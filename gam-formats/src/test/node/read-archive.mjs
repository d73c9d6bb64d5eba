// Reads tiles of an archive with the reference implementation.
// usage: node read-archive.mjs ARCHIVE   with lines "z x y" on standard input
// prints the header as one line of JSON, the metadata as another, then for each tile "z x y bytes sha256", or "z x y -" if absent
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { PMTiles } from 'pmtiles';

class FileSource {
  constructor(handle, name) {
    this.handle = handle;
    this.name = name;
  }
  getKey() {
    return this.name;
  }
  async getBytes(offset, length) {
    const bytes = new Uint8Array(length);
    const { bytesRead } = await this.handle.read(bytes, 0, length, offset);
    return { data: bytes.buffer.slice(0, bytesRead) };
  }
}

const handle = await open(process.argv[2]);
const archive = new PMTiles(new FileSource(handle, process.argv[2]));
const out = [JSON.stringify(await archive.getHeader()), JSON.stringify(await archive.getMetadata())];
for await (const line of createInterface({ input: process.stdin })) {
  const [z, x, y] = line.split(' ').map(Number);
  const tile = await archive.getZxy(z, x, y);
  if (tile === undefined) {
    out.push(`${line} -`);
  } else {
    const bytes = Buffer.from(tile.data);
    out.push(`${line} ${bytes.length} ${createHash('sha256').update(bytes).digest('hex')}`);
  }
}
await handle.close();
process.stdout.write(out.join('\n') + '\n');

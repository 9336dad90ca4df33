import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer';

/** The DevTools protocol over two pipes of the browser's process: JSON messages ended by a NUL byte. */
export class PipeTransport implements ConnectionTransport {
  onmessage?: (message: string) => void;
  onclose?: () => void;
  readonly #writable: Writable;
  #pending: Buffer[] = [];
  #closed = false;

  constructor(writable: Writable, readable: Readable) {
    this.#writable = writable;
    const end = (): void => {
      this.#end();
    };
    // A browser that dies closes both ends; the reading end tells, the writing end only must not throw.
    writable.on('error', end);
    readable.on('error', end);
    readable.on('close', end);
    readable.on('data', (chunk: Buffer) => {
      this.#receive(chunk);
    });
  }

  send(message: string): void {
    if (!this.#closed) this.#writable.write(`${message}\0`);
  }

  close(): void {
    this.#writable.end();
    this.#end();
  }

  #receive(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      this.#pending.push(chunk.subarray(start, end));
      this.#deliver(Buffer.concat(this.#pending).toString('utf8'));
      this.#pending = [];
      start = end + 1;
    }
    if (start < chunk.length) this.#pending.push(chunk.subarray(start));
  }

  #deliver(message: string): void {
    // One message a turn: the answer's promise settles before the next event is told.
    setImmediate(() => {
      if (!this.#closed) this.onmessage?.(message);
    });
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.onclose?.();
  }
}

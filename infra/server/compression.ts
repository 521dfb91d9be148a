import { ServerResponse, type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders } from 'node:http';
import { constants, createBrotliCompress, createGzip, type BrotliCompress, type Gzip } from 'node:zlib';
import { preferredEncoding } from './acceptEncoding.ts';

/** Under this it costs more than it saves. */
const SMALLEST = 1024;
const textTypes = /^(?:text\/(?!event-stream)|application\/(?:[\w.+-]*\+)?(?:json|xml|javascript)|image\/svg\+xml)/i;

/**
 * A response that compresses its text as it is written, when the client takes it and nobody has compressed it already.
 * What writes it need not know: headers, streaming and backpressure work as in any response.
 */
export class CompressingResponse<R extends IncomingMessage = IncomingMessage> extends ServerResponse<R> {
  #encoder: BrotliCompress | Gzip | undefined;
  readonly #accepted: 'br' | 'gzip' | undefined;

  constructor(request: R) {
    super(request);
    this.#accepted = preferredEncoding(request.headers['accept-encoding']);
  }

  override writeHead(
    status: number,
    reason?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
    headers?: OutgoingHttpHeaders | OutgoingHttpHeader[],
  ): this {
    this.#setAll(typeof reason === 'string' ? headers : (reason ?? headers));
    this.statusCode = status;
    if (!this.#encoder && this.#mayCompress()) {
      this.#vary();
      if (this.#accepted && !this.#isSmall()) this.#begin(this.#accepted);
    }
    return typeof reason === 'string' ? super.writeHead(status, reason) : super.writeHead(status);
  }

  override write(
    chunk: unknown,
    encoding?: BufferEncoding | ((error: Error | null | undefined) => void),
    callback?: (error: Error | null | undefined) => void,
  ): boolean {
    if (!this.headersSent) this.writeHead(this.statusCode);
    const done = typeof encoding === 'function' ? encoding : callback;
    const charset = typeof encoding === 'string' ? encoding : 'utf8';
    if (!this.#encoder) return super.write(chunk, charset, done);
    const more = this.#encoder.write(chunk, charset, done);
    // A page that comes in pieces is shown as it comes.
    if (String(this.getHeader('content-type')).startsWith('text/html')) this.#encoder.flush();
    return more;
  }

  override end(
    chunk?: string | Uint8Array | (() => void) | null,
    encoding?: BufferEncoding | (() => void),
    callback?: () => void,
  ): this {
    const done =
      typeof chunk === 'function' ? () => void chunk() : typeof encoding === 'function' ? encoding : callback;
    const charset = typeof encoding === 'string' ? encoding : 'utf8';
    const last = typeof chunk === 'function' ? undefined : (chunk ?? undefined);
    if (!this.headersSent) {
      if (!this.hasHeader('content-length') && !this.hasHeader('transfer-encoding')) {
        const length =
          typeof last === 'string' ? Buffer.byteLength(last, charset) : last instanceof Uint8Array ? last.length : 0;
        if (hasBody(this.req.method, this.statusCode)) this.setHeader('content-length', length);
      }
      this.writeHead(this.statusCode);
    }
    if (!this.#encoder) return super.end(last, charset, done);
    if (done) this.once('finish', done);
    this.#encoder.end(last, charset);
    return this;
  }

  #setAll(headers: OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined): void {
    if (Array.isArray(headers)) {
      for (let at = 0; at + 1 < headers.length; at += 2) this.setHeader(String(headers[at]), headers[at + 1] ?? '');
      return;
    }
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) this.setHeader(name, value);
  }

  #mayCompress(): boolean {
    const type = this.getHeader('content-type');
    return (
      hasBody(this.req.method, this.statusCode) &&
      this.statusCode !== 206 &&
      !this.hasHeader('content-encoding') &&
      typeof type === 'string' &&
      textTypes.test(type) &&
      !String(this.getHeader('cache-control') ?? '').includes('no-transform')
    );
  }

  #isSmall(): boolean {
    const length = this.getHeader('content-length');
    return length !== undefined && Number(length) < SMALLEST;
  }

  #vary(): void {
    const vary = String(this.getHeader('vary') ?? '');
    if (!/accept-encoding|\*/i.test(vary))
      this.setHeader('vary', vary ? `${vary}, accept-encoding` : 'accept-encoding');
  }

  #begin(coding: 'br' | 'gzip'): void {
    this.removeHeader('content-length');
    this.removeHeader('accept-ranges');
    this.setHeader('content-encoding', coding);
    const encoder =
      coding === 'br'
        ? createBrotliCompress({
            params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
          })
        : createGzip({ level: 6 });
    encoder.on('data', (part: Buffer) => {
      if (!super.write(part)) encoder.pause();
    });
    encoder.on('end', () => super.end());
    encoder.on('error', () => this.destroy());
    encoder.on('drain', () => this.emit('drain'));
    this.on('drain', () => encoder.resume());
    this.on('close', () => encoder.destroy());
    this.#encoder = encoder;
  }
}

const hasBody = (method: string | undefined, status: number): boolean =>
  method !== 'HEAD' && status >= 200 && status !== 204 && status !== 304;

/** What HTTP functions get and give, whatever carries it. */
export interface HttpRequest {
  /** Upper case. */
  readonly method: string;
  readonly path: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The address of the caller, as the gateway saw it. Personal data: never logged, never stored in clear. */
  readonly sourceIp: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whole `Set-Cookie` headers. */
  readonly cookies?: readonly string[] | undefined;
  /** The body is bytes in base64; they go out as bytes. */
  readonly isBase64?: boolean;
  /** What its tag is made of, where the body differs each time in what nobody sees. */
  readonly taggedBy?: string | undefined;
}

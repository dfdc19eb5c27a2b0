/** Envelopes of S/MIME in base64: some that OpenSSL made of an invented mail, and a kit to build others byte by byte. */

/** `openssl cms -sign -nodetach`: DER. "Im Keller steht das Wasser", 0171 5550987. */
export const signedWithLengths =
  'MIICZgYJKoZIhvcNAQcCoIICVzCCAlMCAQExDTALBglghkgBZQMEAgEwgcQGCSqGSIb3DQEHAaCBtgSBs0NvbnRlbnQtVHlwZTog' +
  'dGV4dC9wbGFpbjsgY2hhcnNldD11dGYtOA0KQ29udGVudC1UcmFuc2Zlci1FbmNvZGluZzogcXVvdGVkLXByaW50YWJsZQ0KDQpH' +
  'dXRlbiBUYWcsDQoNCmltIEtlbGxlciBzdGVodCBkYXMgV2Fzc2VyLiBCaXR0ZSBydWZlbiBTaWUgYW46IDAxNzEgNTU1MDk4Ny4N' +
  'Cg0KVGluYSBUcm9wZg0KMYIBdjCCAXICAQEwJDAMMQowCAYDVQQDDAFUAhQKMwIN0ecpjQWG8plM6/XOM8qh4DALBglghkgBZQME' +
  'AgGggeQwGAYJKoZIhvcNAQkDMQsGCSqGSIb3DQEHATAcBgkqhkiG9w0BCQUxDxcNMjYxMTI2MTMxNzA3WjAvBgkqhkiG9w0BCQQx' +
  'IgQghx3AT+ue72kfcN+8JJ5HPn+xvBnOVx+okmNWls3E6FEweQYJKoZIhvcNAQkPMWwwajALBglghkgBZQMEASowCwYJYIZIAWUD' +
  'BAEWMAsGCWCGSAFlAwQBAjAKBggqhkiG9w0DBzAOBggqhkiG9w0DAgICAIAwDQYIKoZIhvcNAwICAUAwBwYFKw4DAgcwDQYIKoZI' +
  'hvcNAwICASgwCgYIKoZIzj0EAwIERzBFAiBow+bqhsFkCHnsndHISJnk99UKvpSvJekorBKlsdqZxwIhAJuHkLxiGmDVhx6BJXdf' +
  'kAncIwnQTX/i8ktMopHF8jRw';

/** `openssl cms -sign -nodetach -stream`: BER of indefinite length. The same mail. */
export const signedWithoutLengths =
  'MIAGCSqGSIb3DQEHAqCAMIACAQExDTALBglghkgBZQMEAgEwgAYJKoZIhvcNAQcBoIAkgASBs0NvbnRlbnQtVHlwZTogdGV4dC9w' +
  'bGFpbjsgY2hhcnNldD11dGYtOA0KQ29udGVudC1UcmFuc2Zlci1FbmNvZGluZzogcXVvdGVkLXByaW50YWJsZQ0KDQpHdXRlbiBU' +
  'YWcsDQoNCmltIEtlbGxlciBzdGVodCBkYXMgV2Fzc2VyLiBCaXR0ZSBydWZlbiBTaWUgYW46IDAxNzEgNTU1MDk4Ny4NCg0KVGlu' +
  'YSBUcm9wZg0KAAAAAAAAMYIBdjCCAXICAQEwJDAMMQowCAYDVQQDDAFUAhQKMwIN0ecpjQWG8plM6/XOM8qh4DALBglghkgBZQME' +
  'AgGggeQwGAYJKoZIhvcNAQkDMQsGCSqGSIb3DQEHATAcBgkqhkiG9w0BCQUxDxcNMjYxMTI2MTMxNzA3WjAvBgkqhkiG9w0BCQQx' +
  'IgQghx3AT+ue72kfcN+8JJ5HPn+xvBnOVx+okmNWls3E6FEweQYJKoZIhvcNAQkPMWwwajALBglghkgBZQMEASowCwYJYIZIAWUD' +
  'BAEWMAsGCWCGSAFlAwQBAjAKBggqhkiG9w0DBzAOBggqhkiG9w0DAgICAIAwDQYIKoZIhvcNAwICAUAwBwYFKw4DAgcwDQYIKoZI' +
  'hvcNAwICASgwCgYIKoZIzj0EAwIERzBFAiEAp6Qiu9KJBhejrED+SG0a6wfXmAqJuvCTAS9xpxppln0CIHXgr1jOOmi8R6ty4OyQ' +
  'T7gn1VhUCt0hjzkdmsCS2LdPAAAAAAAA';

/** `openssl cms -encrypt` */
export const encrypted =
  'MIIBwwYJKoZIhvcNAQcDoIIBtDCCAbACAQIxgcuhgcgCAQOgUaFPMAkGByqGSM49AgEDQgAEfbHo5ed3RoChJw/V8nInEiu+K8OW' +
  'xcEraIbw4c9bb6wzcanCGFnEZ4SvVzQkNIF6hqjxna2GP2jeBaSXVU4/eDAcBgkrgQUQhkg/AAIwDwYLKoZIhvcNAQkQAwYFADBS' +
  'MFAwJDAMMQowCAYDVQQDDAFUAhQKMwIN0ecpjQWG8plM6/XOM8qh4AQoZPqsHS+kM4k5wdGDA9m+A2KhOKl49KmG/QLOM4DWf90f' +
  'gxYA4qHTMzCB3AYJKoZIhvcNAQcBMBQGCCqGSIb3DQMHBAhHdoIDuhJ0S4CBuAFN8o6oLvHVzJH43EKTDcqHiNVzp2GFh4ZO0lUz' +
  'hpFN1dBJm0T44MoU+CJssl//AkLAUJbcf+Fg0+MH8qzeoe33GibjAYxOhi03WZ85a0uGfsRRfI359wQeNhn5qHe7yrZq0Kz0AoKH' +
  'NN6zH62cRgJ9ivHnHEdH3kaeQxP6Lu4OPYay5zARH31MIJSoIn249BneSeUS7ODYXNQoXoFQKfh0cIFsNZ9S9m2ESP0cdvJw5Wye' +
  'vOOrxe0=';

/** `openssl cms -encrypt -aes-256-gcm`: authEnvelopedData. */
export const encryptedAndAuthenticated =
  'MIIB2AYLKoZIhvcNAQkQARegggHHMIIBwwIBADGBx6GBxAIBA6BRoU8wCQYHKoZIzj0CAQNCAAQWcExn4b7lzIuVXChYMK4k2wjZ' +
  '6OfBGfy12WdqM6fEXTFKT9IdVzMNmbAkVSWvWcHIx2bVFDmw/ellNhfulS2gMBgGCSuBBRCGSD8AAjALBglghkgBZQMEAS0wUjBQ' +
  'MCQwDDEKMAgGA1UEAwwBVAIUCjMCDdHnKY0FhvKZTOv1zjPKoeAEKJYnGGKLMpTNF1EbYvaUZS64nzoP4wm5r1R0k07FKu+vSqJh' +
  'hxl0recwgeEGCSqGSIb3DQEHATAeBglghkgBZQMEAS4wEQQMuB63VLbuAjqpyIFXAgEQgIGzcSsh6W/ghgxOB9YwAFD5puezHXDL' +
  'c6sGfsp/srNDwTPR85tnf3rr3kRovNkyDAgWdMiqUTydadfytBF3XdLkGZ5xcs+4jsTiDtu68zPQuuxIIzWC70wNEpQlctpHWJur' +
  'Tv0+aaezX+XLGe45CmdrKDTti8zdjMnCA9iU71Ex7lol62hQBL0lyR5+mbq4Y5nL8eBhLBufSLOFGwow64cXfjjs2UbzfjYG9SG2' +
  'dOvkxwKlYWMEELUK7C90evmPFDZ5ngBTyRc=';

/** `openssl crl2pkcs7 -nocrl`: a certificate for whoever asks, nothing signed. */
export const certificatesOnly =
  'MIIBnQYJKoZIhvcNAQcCoIIBjjCCAYoCAQExADALBgkqhkiG9w0BBwGgggFyMIIBbjCCAROgAwIBAgIUCjMCDdHnKY0FhvKZTOv1' +
  'zjPKoeAwCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBVDAeFw0yNjExMjYxMzE3MDdaFw0yNzEyMzExMzE3MDdaMAwxCjAIBgNVBAMM' +
  'AVQwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARVgBRaowWNqaB4kwqhte4/DZT4GChuWJFFj3QUVN9o0dC8gEi1PmvrOCKZjZda' +
  'Q1f9T+0WhYURnAZ0pTpAwQBfo1MwUTAdBgNVHQ4EFgQUWFe9ByiyM/ZPlM19FmtuJP7tYuQwHwYDVR0jBBgwFoAUWFe9ByiyM/ZP' +
  'lM19FmtuJP7tYuQwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAy3C176ffAb3UkcW9BtxNpFU20ot0eISKm6hx' +
  'S+SL5kgCIQDC6wUTtCJLZI/KdnKOdIXhI0EF7A0daXqekkgL25yWSjEA';

type Bytes = Uint8Array;

/** One element with its length in front. */
export function element(tag: number, ...contents: readonly Bytes[]): Buffer {
  const content = Buffer.concat(contents);
  const size = content.length.toString(16).padStart(2, '0');
  const digits = Buffer.from(size.length % 2 === 0 ? size : `0${size}`, 'hex');
  const length = content.length < 0x80 ? digits : Buffer.concat([Buffer.of(0x80 | digits.length), digits]);
  return Buffer.concat([Buffer.of(tag), length, content]);
}

/** One element that goes on until its end is marked. */
export const open = (tag: number, ...contents: readonly Bytes[]): Buffer =>
  Buffer.concat([Buffer.of(tag, 0x80), ...contents, Buffer.of(0, 0)]);

const oids = {
  data: '06092a864886f70d010701',
  signed: '06092a864886f70d010702',
  compressed: '060b2a864886f70d0109100109',
  zlib: '060b2a864886f70d0109100308',
} as const;
const oid = (name: keyof typeof oids): Buffer => Buffer.from(oids[name], 'hex');

export const sequence = 0x30;
const set = 0x31;
const explicit = 0xa0;
const integer = Buffer.from('020101', 'hex');
const octets = (content: Bytes): Buffer => element(0x04, content);

/** A string cut into pieces, as Outlook and Apple write long ones. */
export function inPieces(content: Bytes, size: number): Buffer {
  const pieces = Array.from({ length: Math.ceil(content.length / size) }, (_, i) =>
    octets(content.subarray(i * size, (i + 1) * size)),
  );
  return open(0x24, ...pieces);
}

/** @param string the content as an element; as it is in one piece if none is given. */
export function signed(content: string | Bytes, string = octets(Buffer.from(content))): Buffer {
  return open(
    sequence,
    oid('signed'),
    open(
      explicit,
      open(
        sequence,
        integer,
        element(set),
        open(sequence, oid('data'), open(explicit, string)),
        element(set),
      ),
    ),
  );
}

/** @param packed by zlib. */
export function compressed(packed: Bytes): Buffer {
  return element(
    sequence,
    oid('compressed'),
    element(
      explicit,
      element(
        sequence,
        Buffer.from('020100', 'hex'),
        element(sequence, oid('zlib')),
        element(sequence, oid('data'), element(explicit, octets(packed))),
      ),
    ),
  );
}

/** Object identifiers that time stamps are made of. */
export const objectIds = {
  /** RFC 8017, appendix B.1. */
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  /** RFC 5652, section 5.1. */
  signedData: '1.2.840.113549.1.7.2',
  /** RFC 5652, section 11.1. */
  contentType: '1.2.840.113549.1.9.3',
  /** RFC 3161, section 2.4.2. */
  timestampInfo: '1.2.840.113549.1.9.16.1.4',
  /** RFC 2634, section 5.4. */
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  /** RFC 5035, section 3. */
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  /** RFC 5280, section 4.2.1.12. */
  extendedKeyUsage: '2.5.29.37',
  timestamping: '1.3.6.1.5.5.7.3.8',
} as const;

/** The names that Node knows digests by. */
export const digestNames: Readonly<Record<string, string>> = {
  [objectIds.sha1]: 'sha1',
  [objectIds.sha256]: 'sha256',
  [objectIds.sha384]: 'sha384',
  [objectIds.sha512]: 'sha512',
};

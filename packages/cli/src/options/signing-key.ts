import { homedir } from 'node:os';
import { join } from 'node:path';
import { Option } from 'commander';

/** Options of commands that sign. */
export interface SigningOptions {
  /** Where the private key is. */
  readonly key: string;
}

/** A key in the archive itself would vouch for whoever can change the archive. */
const defaultKey = join(process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'embalm', 'signing-key.pem');

export const keyOption: Option = new Option('--key <file>', 'sign with this private key; it is made on first use')
  .env('EMBALM_KEY')
  .default(defaultKey, 'signing-key.pem in your configuration');

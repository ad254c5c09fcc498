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

/** Of commands that sign. */
export const keyOption: Option = optionOf('sign with this private key; it is made on first use');

/** Of commands that only look whether something was signed with it. */
export const ownKeyOption: Option = optionOf('what was signed with this private key is taken back word for word');

function optionOf(help: string): Option {
  return new Option('--key <file>', help)
    .env('EMBALM_KEY')
    .default(defaultKey, 'signing-key.pem in your configuration');
}

import { readFileSync } from 'node:fs';
import twitterText from 'twitter-text';

// Run as a program: finds in the file it is given what twitter-text finds.
const text = readFileSync(process.argv[2] ?? '', 'utf8');
process.stdout.write(`${twitterText.extractEntitiesWithIndices(text).length}\n`);

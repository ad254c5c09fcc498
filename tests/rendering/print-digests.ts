import { createHash } from 'node:crypto';
import { forms, type LabelLanguage, renderForm, renderJsonLd } from '@embalm/renderer';
import { samplePosts } from './sample-posts.ts';

// Prints what each sample comes out as, by its digest: one line for each form and for each language of labels.
const languages: readonly LabelLanguage[] = [
  ...(['ar', 'cs', 'de', 'en', 'es', 'fa', 'fr', 'he', 'hi', 'id', 'it', 'ja'] as const),
  ...(['ko', 'nl', 'pl', 'pt', 'ru', 'sv', 'tr', 'uk', 'zh-Hans'] as const),
];
const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

for (const [name, exhibit] of Object.entries(samplePosts)) {
  for (const form of forms) console.log(`${name} as ${form}: ${digest(renderForm(exhibit, form))}`);
  for (const labels of languages)
    console.log(`${name} in ${labels}: ${digest(renderForm(exhibit, 'full', { labels }))}`);
  console.log(`${name} for machines: ${digest(renderJsonLd(exhibit))}`);
}

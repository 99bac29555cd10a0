import { skosDocument } from '../../../lib/exports/skos.ts';
import { languageFilePaths } from '../../../queries.ts';
import { skosScheme } from '../../../term-records.ts';

export const getStaticPaths = languageFilePaths;

export async function GET() {
  return new Response(JSON.stringify(skosDocument(await skosScheme()), undefined, 1));
}

import { turtle } from '../../../build/turtle.ts';
import { skosDocument } from '../../../lib/exports/skos.ts';
import { languagePaths } from '../../../queries.ts';
import { skosScheme } from '../../../term-records.ts';

export const getStaticPaths = languagePaths;

export async function GET() {
  return new Response(await turtle(skosDocument(await skosScheme())));
}

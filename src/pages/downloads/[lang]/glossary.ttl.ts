import { skosDocument } from '../../../lib/exports/skos.ts';
import { languageFilePaths } from '../../../queries.ts';
import { skosScheme } from '../../../term-records.ts';

export const getStaticPaths = languageFilePaths;

export async function GET() {
  // Its libraries take longer to load than all else here, and a kept file needs none.
  const { turtle } = await import('../../../build/turtle.ts');
  return new Response(await turtle(skosDocument(await skosScheme())));
}

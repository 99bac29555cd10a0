import jsonld from 'jsonld';
import { Parser, Writer } from 'n3';

const prefixes = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** A JSON-LD document in Turtle, by way of its triples. */
export async function turtle(document: object): Promise<string> {
  const triples = await jsonld.toRDF(document, { format: 'application/n-quads' });
  const writer = new Writer({ prefixes });
  writer.addQuads(new Parser({ format: 'N-Quads' }).parse(String(triples)));
  return new Promise((resolve, reject) => {
    writer.end((error, text) => (error ? reject(error) : resolve(text)));
  });
}

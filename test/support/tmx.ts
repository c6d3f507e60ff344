import { SaxesParser } from 'saxes';

export interface TmxUnit {
  id: string;
  props: Record<string, string>;
  segments: Record<string, string>;
}

/** Reads a TMX file with an XML parser that knows nothing of our writer. */
export function parseTmx(xml: string): TmxUnit[] {
  const units: TmxUnit[] = [];
  let unit: TmxUnit | undefined;
  let language = '';
  let prop = '';
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    text = '';
    if (name === 'tu') unit = { id: String(attributes['tuid']), props: {}, segments: {} };
    if (name === 'tuv') language = String(attributes['xml:lang']);
    if (name === 'prop') prop = String(attributes['type']);
  });
  parser.on('text', (part) => (text += part));
  parser.on('closetag', ({ name }) => {
    if (!unit) return;
    if (name === 'seg') unit.segments[language] = text;
    if (name === 'prop') unit.props[prop] = text;
    if (name === 'tu') units.push(unit);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return units;
}

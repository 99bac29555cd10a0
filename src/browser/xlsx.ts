import write, { type CellObject, type Feature, type SheetData } from 'write-excel-file/browser';
import type { Cell, Spreadsheet } from '../lib/calculators/spreadsheet.ts';

const inputColor = '#fdf3dc';
const ruleColor = '#8a8577';

function styled(cell: Cell): CellObject | null {
  switch (cell.kind) {
    case 'text': {
      const { role } = cell;
      // As text, whatever it begins with: a name like =1+1 is no formula.
      const content = { value: cell.text, type: String } as const;
      if (role === 'title') return { ...content, fontWeight: 'bold', fontSize: 14 };
      if (role === 'heading')
        return { ...content, fontWeight: 'bold', bottomBorderStyle: 'thin', bottomBorderColor: ruleColor };
      return role === 'note' ? { ...content, fontStyle: 'italic' } : content;
    }
    case 'number': {
      const { value, format, isInput } = cell;
      const frame = isInput
        ? ({ backgroundColor: inputColor, borderStyle: 'thin', borderColor: ruleColor } as const)
        : {};
      return value === undefined ? frame : { value, type: Number, format, ...frame };
    }
    case 'formula':
      return { value: cell.formula, type: 'Formula', format: cell.format };
    default:
      return cell satisfies never;
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * What formulas come to, beside them: the writer leaves it to the program that opens the file, but previews work
 * nothing out. A program that does works out all of it anew.
 */
function withValues({ rows }: Spreadsheet): Feature<File | Blob | ArrayBuffer> {
  const values = new Map<string, number | string>(
    rows.flatMap((row, index) =>
      row.flatMap((cell, column) =>
        cell.kind === 'formula' ? [[`${String.fromCharCode(65 + column)}${index + 1}`, cell.value] as const] : [],
      ),
    ),
  );
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transformElementAttributes: (tag, attributes) =>
            tag === 'calcPr' ? { ...attributes, fullCalcOnLoad: 1 } : attributes,
        },
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tag, attributes) =>
            tag === 'c' && typeof values.get(String(attributes.r)) === 'string'
              ? { ...attributes, t: 'str' }
              : attributes,
          transform: (xml) =>
            xml.replace(/(<c r="(\w+)"[^>]*><f>[^<]*<\/f>)(<\/c>)/g, (_, cell: string, place: string, end: string) => {
              return `${cell}<v>${escaped(String(values.get(place) ?? ''))}</v>${end}`;
            }),
        },
      },
    },
  };
}

/** A spreadsheet as an Excel workbook. */
export function workbookOf(spreadsheet: Spreadsheet): Promise<Blob> {
  const { name, rows, scenarios } = spreadsheet;
  const data: SheetData = rows.map((row) => row.map(styled));
  const columns = [{ width: 44 }, ...Array.from({ length: scenarios }, () => ({ width: 18 })), { width: 60 }];
  return write(data, { sheet: name, columns, showGridLines: false }, { features: [withValues(spreadsheet)] }).toBlob();
}

import { type DragEvent, useState } from 'react';
import { addressWith } from '../../../browser/address.ts';
import { fileName, saveFile } from '../../../browser/download.ts';
import { type DocumentProblem, longestDocument, readCalculationFile } from '../../../lib/calculators/document.ts';
import type { SpreadsheetWords } from '../../../lib/calculators/spreadsheet.ts';
import { documentOf } from '../../../lib/calculators/write-document.ts';
import type { CalculatorName } from '../../../lib/i18n/routes.ts';
import { failure } from '../../../lib/result.ts';
import { FileField } from '../../fields/FileField.tsx';
import { scenarioName } from '../shared/Scenarios.tsx';
import { dateText } from './audit-context.ts';
import type { KeepProps } from './KeepBox.tsx';

function spreadsheetWords({ state, words, modelWords, t }: KeepProps): SpreadsheetWords {
  const { calculator, model, scenarios, entered, link } = state;
  const data = entered.data[model.name];
  return {
    title: t(`calculator.${calculator.name}.title`),
    model: modelWords(model.name).label,
    labels: words.labels,
    scenario: (index) => scenarioName(scenarios[index] ?? { name: '' }, index, t),
    inputs: t('keep.inputs'),
    steps: t('keep.sheet.steps'),
    results: t('keep.results'),
    formula: t('keep.sheet.formula'),
    none: t('keep.sheet.none'),
    live: t('keep.sheet.live'),
    copied: t('keep.sheet.copied'),
    notes: [
      t('keep.sheet.made', { date: dateText(Date.now(), t.locale), version: calculator.version }),
      ...(link === undefined ? [] : [t('keep.sheet.link', { address: addressWith(link) })]),
      ...(data
        ? [t.count('keep.data', data.rows, { name: data.name || t('keep.data.typed'), rejected: data.rejected })]
        : []),
      ...(data?.fingerprint === undefined ? [] : [t('keep.data.fingerprint', { fingerprint: data.fingerprint })]),
    ],
  };
}

/** The calculation as a file to keep or pass on, and back; and as a workbook that a colleague can change. */
export function Files(props: KeepProps) {
  const { state, words, t } = props;
  const { calculator, entered } = state;
  const [said, setSaid] = useState('');
  const [isOver, setOver] = useState(false);
  const stem = [t(`calculator.${calculator.name}.title`), state.savedAs?.name ?? ''].join(' ').trim();

  const save = (content: Blob, extension: string) => {
    const file = fileName(stem, extension);
    saveFile(content, file);
    setSaid(t('keep.export.saved', { file }));
  };
  const exportFile = () => {
    const document = documentOf({ name: state.savedAs?.name ?? '', entered }, calculator);
    save(new Blob([`${JSON.stringify(document, null, 2)}\n`], { type: 'application/json' }), 'json');
  };
  const exportWorkbook = async () => {
    try {
      const [{ spreadsheetOf }, { workbookOf }] = await Promise.all([
        import('../../../lib/calculators/spreadsheet.ts'),
        import('../../../browser/xlsx.ts'),
      ]);
      save(await workbookOf(spreadsheetOf(entered, calculator, t.locale, spreadsheetWords(props))), 'xlsx');
    } catch {
      setSaid(t('keep.xlsx.failed'));
    }
  };
  const problemSentence = (problem: DocumentProblem, field = '') => {
    const label = words.labels[field.split('.').at(-1) as keyof typeof words.labels] ?? field;
    const title = problem === 'other-calculator' ? t(`calculator.${field as CalculatorName}.title`) : '';
    return t(`reason.${problem}`, { field: label, calculator: title });
  };
  const importFile = async (file: File | undefined) => {
    if (!file) return;
    try {
      // A file far too large is not even read.
      const read =
        file.size > longestDocument ? failure('file-too-large') : readCalculationFile(await file.text(), calculator);
      if (!read.ok) return setSaid(problemSentence(read.reason, read.field));
      state.load(read.value.entered, 'loaded');
      setSaid(t('keep.imported', { file: file.name }));
    } catch {
      setSaid(t('keep.file.unreadable'));
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void importFile(event.dataTransfer.files[0]);
  };

  return (
    <section
      className={isOver ? 'keep-files over' : 'keep-files'}
      aria-label={t('keep.files')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h3>{t('keep.files')}</h3>
      <div className="share">
        <button type="button" onClick={exportFile}>
          {t('keep.export')}
        </button>
        <button type="button" onClick={() => void exportWorkbook()}>
          {t('keep.xlsx')}
        </button>
        <FileField
          label={t('keep.import')}
          className="keep-import"
          accept=".json,application/json"
          onFile={(file) => void importFile(file)}
        />
      </div>
      <p role="status" className="hint">
        {said}
      </p>
    </section>
  );
}

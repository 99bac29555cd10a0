import { type LaneKind, laneKinds } from '../document.ts';
import { type CardColumn, cardColumns } from './card-rows.ts';

/** How lanes are called in tables that people bring, folded. The first two are what this site calls them. */
const laneNames: Readonly<Record<LaneKind, readonly string[]>> = {
  actions: [
    'actions',
    '行動',
    'action',
    'steps',
    'activities',
    'doing',
    'customer actions',
    'アクション',
    '顧客の行動',
  ],
  thoughts: ['thoughts', '考え', 'thinking', 'questions', '思考', '考えていること', '疑問'],
  feelings: ['feelings', '感情', 'feeling', 'emotions', 'emotion', '気持ち', '心理'],
  touchpoints: ['touchpoints', '接点', 'touchpoint', 'touch points', 'タッチポイント', '顧客接点'],
  channels: ['channels', 'チャネル', 'channel', 'チャンネル', '経路'],
  'pain-points': ['pain points', 'ペインポイント', 'pains', 'pain', 'problems', '課題', '困りごと', '不満', '痛み'],
  'gain-points': ['gain points', 'ゲインポイント', 'gains', 'gain', 'delights', 'うれしいこと', '喜び'],
  opportunities: ['opportunities', '改善の機会', 'opportunity', 'ideas', '機会', '改善案', '施策', '打ち手'],
  owner: ['owner', '担当', 'owners', 'responsible', 'team', '担当者', '担当部署'],
  measure: ['measure', '指標', 'measures', 'metrics', 'kpi', 'kpis', '測定'],
  evidence: ['evidence', '根拠', 'sources', 'data', 'research', '証拠', 'データ'],
  free: ['free lane', '自由なレーン'],
};

const columnNames: Readonly<Record<CardColumn, readonly string[]>> = {
  stage: ['stage', 'ステージ', 'phase', 'step', '段階', 'フェーズ'],
  lane: ['lane', 'レーン', 'row', '行', '項目'],
  kind: ['kind of lane', 'レーンの種類', 'lane kind', 'kind'],
  text: ['text', '内容', 'card', 'カード', 'テキスト'],
  feeling: ['feeling now', '今の感情', 'feeling', '感情'],
  hopedFeeling: ['feeling hoped for', '目指す感情', 'hoped feeling'],
  term: ['term', '用語'],
  evidence: ['evidence', '根拠'],
  owner: ['owner', '担当', '担当者'],
  effort: ['effort', '手間', '工数'],
  value: ['value', '価値', '効果'],
};

const folded = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .trim();

/** What a lane of this name is about, and whether its name says no more than that. */
export function laneKindOf(name: string): { readonly kind: LaneKind; readonly isPlain: boolean } {
  const wanted = folded(name);
  for (const kind of laneKinds) {
    const place = laneNames[kind].indexOf(wanted);
    if (place >= 0) return { kind, isPlain: place < 2 };
  }
  return { kind: 'free', isPlain: false };
}

/** The columns of a table with a row for every card, by their places; those of other names have none. */
export function columnsOf(header: readonly string[]): ReadonlyMap<CardColumn, number> {
  const names = header.map(folded);
  const places = cardColumns.map((column) => {
    const place = names.findIndex((name) => columnNames[column].includes(name));
    return [column, place] as const;
  });
  return new Map(places.filter(([, place]) => place >= 0));
}

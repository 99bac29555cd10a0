/** What the cells of a column hold. */
export type CellKind = 'date' | 'end-date' | 'number' | 'rating' | 'survivors' | 'yes-or-no' | 'text';

interface ColumnFacts {
  readonly holds: CellKind;
  /** What programs call it, folded by `foldName`, the most telling first. */
  readonly names: readonly string[];
}

/** Names with blanks between them, which folded names have none of. */
function calledBy(...names: readonly string[]): readonly string[] {
  return names.flatMap((text) => text.split(' '));
}

/** The columns that a table may have. Each has its name under `table.column.<name>`. */
export const columnFacts = {
  customer: {
    holds: 'text',
    names: calledBy(
      'customerid accountid subscriptionid contractid userid memberid clientid customer account id',
      '顧客id 会員id 顧客番号 会員番号 契約番号 顧客コード 得意先コード 顧客名 会社名 顧客',
    ),
  },
  start: {
    holds: 'date',
    names: calledBy(
      'start startdate startedat begin signup signupdate created createdat activated joined from',
      '契約開始日 利用開始日 課金開始日 開始日 開始 契約日 入会日 登録日 申込日',
    ),
  },
  end: {
    holds: 'end-date',
    names: calledBy(
      'end enddate endedat canceled cancelled canceledat cancelledat cancellationdate churndate churnedat terminated terminationdate until to',
      '契約終了日 利用終了日 課金終了日 終了日 終了 解約日 退会日',
    ),
  },
  duration: {
    holds: 'number',
    names: calledBy(
      'tenure duration lifetime months lengthofstay',
      '継続月数 利用月数 契約月数 継続期間 利用期間 契約期間 在籍期間',
    ),
  },
  ended: {
    holds: 'yes-or-no',
    names: calledBy('churned ended left churn canceled cancelled event', '解約済み 解約 退会 離脱'),
  },
  revenue: {
    holds: 'number',
    names: calledBy(
      'mrr monthlyrevenue monthlycharges monthlyfee revenue arpa price amount',
      '月額料金 月額 月次収益 月間売上 料金 売上',
    ),
  },
  group: {
    holds: 'text',
    names: calledBy(
      'segment plan group contract tier region country industry channel team department survey',
      'セグメント プラン グループ 契約種別 契約形態 地域 業種 店舗 区分 部署 調査',
    ),
  },
  date: {
    holds: 'date',
    names: calledBy(
      'orderdate purchasedate invoicedate responsedate submittedat answeredat createdat date day timestamp',
      '注文日 購入日 受注日 売上日 請求日 回答日 回答日時 日付 日時',
    ),
  },
  amount: {
    holds: 'number',
    names: calledBy(
      'amount total ordertotal orderamount revenue sales price spend',
      '注文金額 購入金額 受注金額 売上金額 請求金額 金額 合計 売上',
    ),
  },
  repeatOrders: {
    holds: 'number',
    names: calledBy('repeatorders repeatpurchases frequency repeats x', '再注文数 再注文回数 再購入回数 リピート回数'),
  },
  lastOrder: { holds: 'number', names: calledBy('lastorder recency tx lastpurchase', '最後の注文 最終注文 最終購入') },
  age: { holds: 'number', names: calledBy('age t observed weeksobserved', '観察期間 初回注文からの期間 経過期間') },
  averageSpend: {
    holds: 'number',
    names: calledBy(
      'averagespend monetaryvalue monetary averageordervalue aov meanspend',
      '平均購入額 平均注文額 客単価',
    ),
  },
  rating: {
    holds: 'rating',
    names: calledBy(
      'nps rating score recommend likelihood answer',
      'npsスコア 推奨度 おすすめ度 評価 点数 スコア 回答',
    ),
  },
  answers: { holds: 'number', names: calledBy('answers count responses respondents n', '回答数 件数 人数') },
  cohort: { holds: 'text', names: calledBy('cohort month startmonth segment', 'コホート 開始月 契約月 セグメント') },
  survivors: {
    holds: 'survivors',
    names: calledBy('0 month0 period0 year0 customers size start', '開始時 顧客数 0か月 0ヶ月'),
  },
} as const satisfies Record<string, ColumnFacts>;
export type ColumnName = keyof typeof columnFacts;

/** A name without what programs vary: case, width, blanks, underscores, brackets. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-./:()[\]「」・]+/g, '');
}

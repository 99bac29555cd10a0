import { useId } from 'react';

interface Props {
  readonly id?: string | undefined;
  readonly label: string;
  readonly value: string;
  readonly longest: number;
  /** One line, unless said. */
  readonly lines?: number | undefined;
  readonly isReadOnly: boolean;
  readonly onText: (text: string) => void;
  readonly onLeave?: (() => void) | undefined;
}

/** A text of the map in a form. */
export function MapText({ id: ownId, label, value, longest, lines, isReadOnly, onText, onLeave }: Props) {
  const freeId = useId();
  const id = ownId ?? freeId;
  const shared = {
    id,
    value,
    maxLength: longest,
    readOnly: isReadOnly,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onText(target.value),
    onBlur: onLeave,
  };
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {lines === undefined ? <input autoComplete="off" {...shared} /> : <textarea rows={lines} {...shared} />}
    </div>
  );
}

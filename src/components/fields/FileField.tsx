import { useEffect, useRef } from 'react';

interface Props {
  readonly label: string;
  readonly className: string;
  readonly accept?: string;
  readonly onFile: (file: File) => void;
}

/** A field for a file, which is taken at once; the same can be chosen again, after it was mended. */
export function FileField({ label, className, accept, onFile }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const take = () => {
    const [file] = field.current?.files ?? [];
    if (!file || !field.current) return;
    field.current.value = '';
    onFile(file);
  };
  // One that was chosen before the page listened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: later ones are told by the field
  useEffect(take, []);
  return (
    <label className={className}>
      {label}
      <input ref={field} type="file" accept={accept} onChange={take} />
    </label>
  );
}

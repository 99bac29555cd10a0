interface Props {
  readonly label: string;
  readonly className: string;
  readonly accept?: string;
  readonly onFile: (file: File) => void;
}

/** A field for a file, which is taken at once; the same can be chosen again, after it was mended. */
export function FileField({ label, className, accept, onFile }: Props) {
  const take = (field: HTMLInputElement | null) => {
    const [file] = field?.files ?? [];
    if (!file || !field) return;
    field.value = '';
    onFile(file);
  };
  return (
    <label className={className}>
      {label}
      {/* The page may begin to listen after a file was chosen: then it is there when the field is. */}
      <input ref={take} type="file" accept={accept} onChange={({ target }) => take(target)} />
    </label>
  );
}

import type { ViewProps } from '../view.ts';
import { Findings } from './Findings.tsx';
import { WorthPart } from './WorthPart.tsx';

/** What can be read off a map, and what its stages are worth. */
export default function AnalysisView(props: ViewProps) {
  return (
    <div className="journey-analysis">
      <Findings {...props} />
      <WorthPart editor={props.editor} t={props.t} />
    </div>
  );
}

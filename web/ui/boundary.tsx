import { Component, type ReactNode } from 'react';
import { asProblem, ProblemError } from '#web/platform/api.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';

type Words = { broken: string; reload: string };

/** Catches what a screen throws, so that the frame with its navigation stays. A class because React asks for one here. */
export class Boundary extends Component<{ children: ReactNode; words: Words }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const said = error instanceof ProblemError ? asProblem(error).message : this.props.words.broken;
    return (
      <Notice tone="negative" urgent>
        <p>{said}</p>
        <Button icon="sync" onClick={() => window.location.reload()}>
          {this.props.words.reload}
        </Button>
      </Notice>
    );
  }
}

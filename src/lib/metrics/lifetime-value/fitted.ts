/** A model with the parameters that make what happened most probable, and how probable. */
export type Fitted<Model> = Model & { readonly logLikelihood: number };

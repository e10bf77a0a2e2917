// Made from openapi. Do not edit: change the spec and run `npm run generate`.
import type { Expect, Same } from "archwright/core/testing/same-type";
import type {
  ArticleList,
  ArticleSummary,
  Errors,
  FullArticle,
  LoginUser,
  NewArticle,
  NewComment,
  NewUser,
  Password,
  Profile,
  ShownComment,
  SignedInUser,
  TagList,
  UpdateArticle,
  UpdateUser,
} from "./conduit/types.gen.ts";
import type { components } from "./openapi.d.ts";

type Published = components["schemas"];

/** The types that the service uses are the ones that the document describes, in both directions; a difference does not compile. */
export type Agreement = [
  Expect<Same<ArticleList, Published["ArticleList"]>>,
  Expect<Same<ArticleSummary, Published["ArticleSummary"]>>,
  Expect<Same<Errors, Published["Errors"]>>,
  Expect<Same<FullArticle, Published["FullArticle"]>>,
  Expect<Same<LoginUser, Published["LoginUser"]>>,
  Expect<Same<NewArticle, Published["NewArticle"]>>,
  Expect<Same<NewComment, Published["NewComment"]>>,
  Expect<Same<NewUser, Published["NewUser"]>>,
  Expect<Same<Password, Published["Password"]>>,
  Expect<Same<Profile, Published["Profile"]>>,
  Expect<Same<ShownComment, Published["ShownComment"]>>,
  Expect<Same<SignedInUser, Published["SignedInUser"]>>,
  Expect<Same<TagList, Published["TagList"]>>,
  Expect<Same<UpdateArticle, Published["UpdateArticle"]>>,
  Expect<Same<UpdateUser, Published["UpdateUser"]>>,
];

// Made from openapi/conduit.yaml. Do not edit: change the spec and run `npm run generate`.
import { array } from "archwright/core/validation/array";
import { constrained } from "archwright/core/validation/assertions";
import { object, optional, required } from "archwright/core/validation/object";
import { integerParameter, textParameter } from "archwright/core/validation/parameters";
import { string } from "archwright/core/validation/string";
import { allOf } from "archwright/core/validation/unions";
import type { Validator } from "archwright/core/validation/validator";
import { nullable } from "archwright/core/validation/values";
import type { LoginUser, NewArticle, NewComment, NewUser, Password, TagList, UpdateArticle, UpdateUser } from "./types.gen.ts";

export const tagList: Validator<TagList> = array(string({ maxLength: 100, minLength: 1 }), { maxItems: 50 });

export const newArticle: Validator<NewArticle> = object<NewArticle>({
  title: required(string({ maxLength: 300, minLength: 1 })),
  description: required(string({ maxLength: 2000, minLength: 1 })),
  body: required(string({ maxLength: 500000, minLength: 1 })),
  tagList: optional(tagList),
});

export const updateArticle: Validator<UpdateArticle> = object<UpdateArticle>({
  title: optional(string({ maxLength: 300, minLength: 1 })),
  description: optional(string({ maxLength: 2000, minLength: 1 })),
  body: optional(string({ maxLength: 500000, minLength: 1 })),
  tagList: optional(tagList),
});

export const newComment: Validator<NewComment> = object<NewComment>({ body: required(string({ maxLength: 20000, minLength: 1 })) });

export const password: Validator<Password> = allOf(
  string({ maxLength: 200 }),
  constrained({ minLength: 1 }),
  constrained({ minLength: 8 }),
);

export const updateUser: Validator<UpdateUser> = object<UpdateUser>({
  username: optional(string({ maxLength: 100, minLength: 1 })),
  email: optional(string({ format: "email", maxLength: 254, minLength: 1 })),
  password: optional(password),
  bio: optional(nullable(string({ maxLength: 10000 }))),
  image: optional(nullable(string({ maxLength: 2000 }))),
});

export const newUser: Validator<NewUser> = object<NewUser>({
  username: required(string({ maxLength: 100, minLength: 1 })),
  email: required(string({ format: "email", maxLength: 254, minLength: 1 })),
  password: required(password),
});

export const loginUser: Validator<LoginUser> = object<LoginUser>({
  email: required(string({ maxLength: 254, minLength: 1 })),
  password: required(string({ maxLength: 200, minLength: 1 })),
});

export const createArticleBody = object<{ readonly article: NewArticle }>({ article: required(newArticle) });

export const updateArticleBody = object<{ readonly article: UpdateArticle }>({ article: required(updateArticle) });

export const createCommentBody = object<{ readonly comment: NewComment }>({ comment: required(newComment) });

export const updateCurrentUserBody = object<{ readonly user: UpdateUser }>({ user: required(updateUser) });

export const registerBody = object<{ readonly user: NewUser }>({ user: required(newUser) });

export const loginBody = object<{ readonly user: LoginUser }>({ user: required(loginUser) });

export const listArticlesParameters = {
  tag: textParameter("query", "tag"),
  author: textParameter("query", "author"),
  favorited: textParameter("query", "favorited"),
  offset: integerParameter("query", "offset", { minimum: 0, default: 0 }),
  limit: integerParameter("query", "limit", { maximum: 1000, minimum: 1, default: 20 }),
};

export const getFeedParameters = {
  offset: integerParameter("query", "offset", { minimum: 0, default: 0 }),
  limit: integerParameter("query", "limit", { maximum: 1000, minimum: 1, default: 20 }),
};

export const getArticleParameters = { slug: textParameter("path", "slug", { required: true }) };

export const updateArticleParameters = { slug: textParameter("path", "slug", { required: true }) };

export const deleteArticleParameters = { slug: textParameter("path", "slug", { required: true }) };

export const listCommentsParameters = { slug: textParameter("path", "slug", { required: true }) };

export const createCommentParameters = { slug: textParameter("path", "slug", { required: true }) };

export const deleteCommentParameters = {
  slug: textParameter("path", "slug", { required: true }),
  id: integerParameter("path", "id", { minimum: 1, required: true }),
};

export const favoriteArticleParameters = { slug: textParameter("path", "slug", { required: true }) };

export const unfavoriteArticleParameters = { slug: textParameter("path", "slug", { required: true }) };

export const getProfileParameters = { username: textParameter("path", "username", { required: true }) };

export const followUserParameters = { username: textParameter("path", "username", { required: true }) };

export const unfollowUserParameters = { username: textParameter("path", "username", { required: true }) };

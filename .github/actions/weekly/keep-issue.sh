#!/usr/bin/env bash
# Keeps one open issue with the label LABEL whose body is the file BODY: opens it with the title TITLE, writes it anew, and
# closes it with the words CLOSING when the file is empty.
set -euo pipefail
export GH_REPO="$GITHUB_REPOSITORY"
number=$(gh issue list --label "$LABEL" --state open --limit 1 --json number --jq '.[0].number // empty')
if [ ! -s "$BODY" ]; then
  [ -z "$number" ] || gh issue close "$number" --comment "$CLOSING"
elif [ -n "$number" ]; then
  gh issue edit "$number" --body-file "$BODY"
else
  gh label create "$LABEL" --force --description "$TITLE" --color 0f6b5c
  gh issue create --title "$TITLE" --label "$LABEL" --body-file "$BODY"
fi

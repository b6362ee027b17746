#!/bin/sh
# Perl's parser takes the TAP reports of real runs, and the approved one with each status in it: tap_parser.sh GCMOCK
set -eu
gcmock=$1
cd "$(dirname "$0")/../.."
perl -MTAP::Parser -e 1 2>/dev/null || { echo "SKIPPED: Perl's TAP::Parser is not installed (Debian: perl)"; exit 77; }

# An older one refuses the number 14, but version 14 is made to be read by harnesses of version 13.
read_by_perl() {
  sed '1s/14/13/' | perl -MTAP::Parser -e '
    local $/;
    my $parser = TAP::Parser->new({tap => scalar <STDIN>});
    my @unknown;
    while (my $result = $parser->next) { push @unknown, $result->raw if $result->is_unknown }
    printf "planned %d, passed %d, skipped %d, failed %d\n", $parser->tests_planned, scalar($parser->passed),
      scalar($parser->skipped), scalar($parser->failed);
    my @wrong = ($parser->parse_errors, map { "not understood: $_" } @unknown);
    print "$_\n" for @wrong;
    exit(@wrong ? 1 : 0);'
}

read_by_perl <fixtures/reports/tap_mixed_run.approved.tap | tee /dev/stderr | grep -qx 'planned 9, passed 2, skipped 1, failed 7'
{ "$gcmock" run tests/cli/data --report tap=- 2>/dev/null || true; } | read_by_perl

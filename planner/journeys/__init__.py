"""One module a journey: fetch, decide with the domain, commit, return the Change."""

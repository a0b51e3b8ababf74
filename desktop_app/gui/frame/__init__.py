"""The frame around the pages: the bars, the search field, the commands of the whole program, opening and closing bases."""

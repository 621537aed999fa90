// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
//
// Makes indexes that Pamphlet must refuse.
//
// usage: foreign make FOLDER               creates a Xapian database of another program
//        foreign set FOLDER KEY VALUE      changes a metadata value of a database

#include <iostream>
#include <string>
#include <xapian.h>

int main(int count, char **arguments) {
  try {
    const std::string verb = count > 2 ? arguments[1] : "";
    if (verb == "make") {
      Xapian::WritableDatabase database(arguments[2], Xapian::DB_CREATE);
      Xapian::Document letter;
      letter.set_data("a letter of somebody else");
      letter.add_term("letter");
      letter.add_boolean_term("Qwork/p1");
      database.add_document(letter);
      database.commit();
    } else if (verb == "set" && count == 5) {
      Xapian::WritableDatabase database(arguments[2], Xapian::DB_OPEN);
      database.set_metadata(arguments[3], arguments[4]);
      database.commit();
    } else {
      return 2;
    }
  } catch (const Xapian::Error &error) {
    std::cerr << error.get_description() << "\n";
    return 1;
  }
}

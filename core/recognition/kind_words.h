#pragma once
#include <QString>

#include <optional>

namespace diakinisi::recognition {

/// A kind of document, a Greek noun in small letters; of two that a page names the one of the lower rank is meant.
struct TitledKind {
    QString noun;
    std::size_t rank = 0;
};

/// The kind that a line standing alone names as its title, given in its shape.
std::optional<TitledKind> kindOfTitle(const QString& shape);

/// The kind that a subject so begun, given in its shape, belongs to; empty for none.
QString kindOfSubject(const QString& shape);

} // namespace diakinisi::recognition

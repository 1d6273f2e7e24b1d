#pragma once
#include "desk/desk.h"
#include "desk/rows.h"
#include "domain/organisation.h"

#include <QString>

/// The words of the office for the values of the domain, in the language of the moment.
namespace diakinisi::ui {

QString directionWord(domain::Direction direction);
QString purposeWord(domain::Purpose purpose);
QString chargeStateWord(domain::ChargeState state);
QString stepKindWord(domain::StepKind kind);
QString stepStateWord(domain::StepState state);
QString routeStateWord(domain::RouteState state);
QString numberStateWord(domain::NumberState state);
QString partyKindWord(domain::PartyKind kind);
QString roleWord(domain::Role role);
QString listTitle(desk::ListKind kind);

/// "Χρεώθηκε", of an event's kind word; the kind word itself for one that this version does not know.
QString eventWords(const QString& kind);
/// Of a command's kind word: "Χρέωση".
QString commandWords(const QString& kind);

/// The name of a field of the registration form, by the word that Registrar::check gives.
QString fieldWord(const QString& field);
/// The button's text of an act, with what it shows as tool tip.
QString actWord(domain::Act act);
QString actHint(domain::Act act);

/// "Συγχρονισμένο 10:42", "Χωρίς σύνδεση με τον διακομιστή" ...
QString syncWords(const desk::SyncStatus& status);

} // namespace diakinisi::ui

#pragma once
#include "domain/events.h"

// What the files of apply() share. Only apply_*.cpp include this.
namespace diakinisi::domain {

Rendition renditionOf(const NewRendition& incoming, const Event& event);
/// A unit that has had the document keeps sight of it.
void notePassed(Document& document, const UnitId& unit);

void foldRoute(Document& document, const Charged& body, const Event& event);
void foldRoute(Document& document, const ChargeTakenOver& body, const Event& event);
void foldRoute(Document& document, const ChargeReturned& body, const Event& event);
void foldRoute(Document& document, const ChargeCompleted& body, const Event& event);
void foldRoute(Document& document, const Submitted& body, const Event& event);
void foldRoute(Document& document, const StepApproved& body, const Event& event);
void foldRoute(Document& document, const StepApprovedWithObjection& body, const Event& event);
void foldRoute(Document& document, const StepSigned& body, const Event& event);
void foldRoute(Document& document, const StepSentBack& body, const Event& event);
void foldRoute(Document& document, const RouteWithdrawn& body, const Event& event);

} // namespace diakinisi::domain
